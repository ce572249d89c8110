/**
 * How the service comes to life: its data folder, its PostgreSQL (embedded or a server), the checks that refuse an unsafe
 * start, the migrations, backup and restore. Knows no case work.
 *
 * <p>Words: <em>data folder</em> (everything one instance keeps), <em>stamp</em> (DEMO, BENCH or PRODUCTION, given to a data
 * folder when it is created and never changed).
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.lianxin.runtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
