/**
 * 密钥库: one key per case in a keystore of its own, keyed tokens of persons and words to search by. Destroying a key erases
 * what it sealed. Nobody reads keys; modules seal and open.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.lianxin.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
