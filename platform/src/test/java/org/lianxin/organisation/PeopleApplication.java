package org.lianxin.organisation;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The service with no more modules than organisation stands on. */
@EnableAutoConfiguration
@ComponentScan(
        value = {
            "org.lianxin.audit",
            "org.lianxin.live",
            "org.lianxin.organisation",
            "org.lianxin.place",
            "org.lianxin.runtime",
            "org.lianxin.vault"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.lianxin\\.organisation\\.access\\.Population"))
public class PeopleApplication {}
