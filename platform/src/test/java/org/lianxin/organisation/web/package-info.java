@NullMarked
package org.lianxin.organisation.web;

import org.jspecify.annotations.NullMarked;
