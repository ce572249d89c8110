package org.lianxin.shared;

import java.util.List;

/** The sign-ins of the demo city, printed when the service is ready. Exists in an instance stamped DEMO only. */
public interface DemoSignIns {

    List<SignIn> list();

    /**
     * One invented person to sign in as.
     *
     * @param role what to try as this person, in a word or two
     * @param unit the name of the unit they work in
     */
    record SignIn(String name, String password, String role, String unit) {}
}
