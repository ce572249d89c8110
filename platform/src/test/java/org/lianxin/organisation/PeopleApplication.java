package org.lianxin.organisation;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The service with no more modules than organisation stands on. */
@EnableAutoConfiguration
@ComponentScan({
    "org.lianxin.audit",
    "org.lianxin.live",
    "org.lianxin.organisation",
    "org.lianxin.place",
    "org.lianxin.runtime",
    "org.lianxin.vault"
})
public class PeopleApplication {}
