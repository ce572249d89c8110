package org.lianxin.shared;

import java.io.PrintStream;
import java.util.List;

/**
 * A command of the {@code lianxin} script that needs no running Spring context of its own. Implementations are found
 * through {@link java.util.ServiceLoader}, so they have a public constructor without parameters.
 */
public interface Command {

    /** The first word after {@code ./lianxin}, for example {@code place}. */
    String name();

    /** How it is written, for {@code --help} and after a mistake. */
    String usage();

    /**
     * Runs the command. May throw {@link Misused} or whatever went wrong: the caller says it in a sentence and answers 2.
     *
     * @param arguments what follows the name
     * @param out results only, so that they can be piped
     * @param err progress, warnings and errors, each saying what to do
     * @return the exit status: 0 done, 1 done with refusals, 2 wrong usage or failure
     */
    int run(List<String> arguments, PrintStream out, PrintStream err);
}
