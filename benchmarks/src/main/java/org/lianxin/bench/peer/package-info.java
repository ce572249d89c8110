/**
 * The obvious alternative to our own order module: the same intake on a process engine. A warning is stored and starts a
 * process with one user task (go and see the person) whose boundary timer of five minutes raises an alarm. Everything is
 * tuned in the engine's favour; docs/benchmarks.md lists the settings.
 */
@NullMarked
package org.lianxin.bench.peer;

import org.jspecify.annotations.NullMarked;
