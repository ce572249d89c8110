/** How long a county's half year of warnings takes from a workbook into the database. */
@NullMarked
package org.lianxin.bench.imports;

import org.jspecify.annotations.NullMarked;
