package org.lianxin.runtime;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import org.lianxin.shared.Secrets;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the modules find of the installation: the database as the service's role, and the installation's keys. */
@Configuration(proxyBeanMethods = false)
class RuntimeConfiguration {

    private static final int KEYSTORE_CONNECTIONS = 6;
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);
    private static final int FIRST_MILLIS = 60_000;
    private static final int WAIT_MILLIS = 5_000;
    private static final int CHECK_MILLIS = 1_000;
    private static final int KEEP_ALIVE_MILLIS = 30_000;
    private static final int LIFE_MILLIS = 600_000;

    @Bean
    HikariDataSource dataSource(Instance instance, @Value("${lianxin.connections:24}") int connections) {
        return pool("service", instance.database(), connections);
    }

    /** The database of keys: asked for by name only. */
    @Bean(defaultCandidate = false)
    @Qualifier("keystore")
    HikariDataSource keystore(Instance instance) {
        return pool("keystore", instance.database().keystore(), KEYSTORE_CONNECTIONS);
    }

    /** Connections broken by a restart of the database are found at the next use and replaced. */
    private static HikariDataSource pool(String name, Database database, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(database.url());
        config.setUsername(database.service().user());
        config.setPassword(database.service().password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(4, connections));
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setInitializationFailTimeout(FIRST_MILLIS);
        config.setValidationTimeout(CHECK_MILLIS);
        config.setKeepaliveTime(KEEP_ALIVE_MILLIS);
        config.setMaxLifetime(LIFE_MILLIS);
        config.setIdleTimeout(LIFE_MILLIS / 2);
        config.addDataSourceProperty("ApplicationName", "lianxin");
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    @Bean
    Secrets secrets(Instance instance) {
        return new FileSecrets(instance.data().secrets());
    }

    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
