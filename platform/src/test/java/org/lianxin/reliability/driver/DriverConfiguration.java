package org.lianxin.reliability.driver;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.order.Orders;
import org.lianxin.organisation.Units;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brought into the service under test with {@code --spring.main.sources}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "reliability.oracle")
public class DriverConfiguration {

    @Bean
    OrderSource orderSource(
            ScopedTransactions transactions, Orders orders, Units units, JdbcClient jdbc, Environment environment) {
        return new OrderSource(
                new OrderSource.Doors(transactions, orders, units, jdbc),
                Path.of(environment.getRequiredProperty("reliability.oracle")),
                environment.getProperty("reliability.farthest", Integer.class, 20),
                environment.getProperty("reliability.planted", "").contains("deadline"));
    }

    @Bean
    ConnectionWatch connectionWatch(
            HikariDataSource service,
            @Qualifier("keystore") HikariDataSource keystore,
            @Value("${reliability.connections}") Path file,
            @Value("${reliability.planted:}") String planted) {
        return new ConnectionWatch(List.of(service, keystore), file, planted.contains("leak"));
    }

    @Bean
    @ConditionalOnExpression("'${reliability.planted:}'.contains('answer')")
    FilterRegistrationBean<HastyAnswers> hastyAnswers() {
        FilterRegistrationBean<HastyAnswers> registration = new FilterRegistrationBean<>(new HastyAnswers());
        registration.addUrlPatterns("/api/warning/signals");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
