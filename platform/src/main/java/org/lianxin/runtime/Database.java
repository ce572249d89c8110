package org.lianxin.runtime;

/**
 * Where the data is and the two roles that reach it: the owner migrates, the service works.
 *
 * @param url JDBC address without user and password
 */
public record Database(String url, Login owner, Login service) {

    /** A database role with its password; the password is never shown. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user + ":***";
        }
    }
}
