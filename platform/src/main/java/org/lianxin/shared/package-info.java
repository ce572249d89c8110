/** Words and values every module uses. Depends on no module. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.lianxin.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
