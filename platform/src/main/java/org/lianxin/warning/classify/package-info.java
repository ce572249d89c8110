/**
 * A suggestion of the scam type from the words of a text: phrases of fraud's mechanics (concepts.tsv), weighed by a linear
 * model (model.tsv). It judges texts, never senders or the people warned, and the clerk decides. The card beside the model
 * says what it was trained on and what it gets wrong.
 */
@NullMarked
package org.lianxin.warning.classify;

import org.jspecify.annotations.NullMarked;
