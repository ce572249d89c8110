package org.lianxin.shared;

/** How each kind of personal value is shown before anybody has named a purpose. Works on code points. */
public final class Masks {

    private Masks() {}

    /** {@code 包*兰}; two characters or fewer {@code 陈*}. The length of the middle is not shown. */
    public static String name(String name) {
        int[] points = name.strip().codePoints().toArray();
        if (points.length == 0) {
            return "";
        }
        String first = Character.toString(points[0]);
        return points.length < 3 ? first + "*" : first + "*" + Character.toString(points[points.length - 1]);
    }

    /** {@code 139****4417}; short numbers show their last two digits only. */
    public static String phone(String phone) {
        if (phone.length() < 8) {
            return "****" + tail(phone, 2);
        }
        return phone.substring(0, 3) + "****" + tail(phone, 4);
    }

    /** {@code 1505**********0017}. */
    public static String nationalId(String id) {
        return id.length() < 12 ? "****" : id.substring(0, 4) + "**********" + tail(id, 4);
    }

    /** {@code ****8804}. */
    public static String account(String account) {
        return "****" + (account.length() < 8 ? "" : tail(account, 4));
    }

    private static String tail(String text, int length) {
        return text.substring(Math.max(0, text.length() - length));
    }
}
