package org.lianxin.reliability.driver;

import java.nio.file.Path;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.order.Orders;
import org.lianxin.organisation.Units;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brought into the service under test with {@code --spring.main.sources}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "reliability.oracle")
public class DriverConfiguration {

    @Bean
    OrderSource orderSource(
            ScopedTransactions transactions,
            Orders orders,
            Units units,
            JdbcClient jdbc,
            @Value("${reliability.oracle}") Path oracle,
            @Value("${reliability.planted:}") String planted) {
        return new OrderSource(
                new OrderSource.Doors(transactions, orders, units, jdbc), oracle, planted.contains("deadline"));
    }

    @Bean
    @ConditionalOnProperty(name = "reliability.planted")
    FilterRegistrationBean<HastyAnswers> hastyAnswers() {
        FilterRegistrationBean<HastyAnswers> registration = new FilterRegistrationBean<>(new HastyAnswers());
        registration.addUrlPatterns("/api/warning/signals");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
