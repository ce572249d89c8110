package org.lianxin.shared;

import java.util.Set;

/**
 * A machine that signed in with a client token. Controllers take it as a parameter; it is made only by the token check.
 *
 * @param name as given when the token was made, for example {@code national-platform}
 * @param scopes what it may do, for example {@code warning:submit}
 * @param unit on whose behalf it speaks
 */
public record ClientApp(String name, Set<String> scopes, UnitPath unit) {

    public ClientApp {
        scopes = Set.copyOf(scopes);
    }
}
