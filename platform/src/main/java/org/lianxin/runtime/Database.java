package org.lianxin.runtime;

/**
 * Where the data is and the two roles that reach it: the owner migrates, the service works.
 *
 * @param url JDBC address without user and password
 */
public record Database(String url, Login owner, Login service) {

    /**
     * The keystore that belongs to it: a database of its own beside it, named with {@code _keys} at the end, under the same
     * roles.
     */
    public Database keystore() {
        int end = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
        return new Database(url.substring(0, end) + "_keys" + url.substring(end), owner, service);
    }

    /** A database role with its password; the password is never shown. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user + ":***";
        }
    }
}
