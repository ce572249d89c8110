package org.lianxin.bench;

import java.io.PrintStream;

/** A figure with what it was to be. */
public record Goal(String what, double figure, boolean isMet, String wanted) {

    public static Goal atLeast(String what, double figure, double wanted) {
        return new Goal(what, figure, figure >= wanted, ">= " + short_(wanted));
    }

    public static Goal atMost(String what, double figure, double wanted) {
        return new Goal(what, figure, figure <= wanted, "<= " + short_(wanted));
    }

    public void print(PrintStream out) {
        out.printf("%-8s %s: %.1f (goal %s)%n", isMet ? "met" : "NOT MET", what, figure, wanted);
    }

    private static String short_(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
