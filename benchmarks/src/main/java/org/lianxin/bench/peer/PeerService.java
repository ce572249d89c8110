package org.lianxin.bench.peer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The peer as a process of its own: the same web server on virtual threads, the same driver and pool, the same database
 * server, Flowable's engine in the place of our modules.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class
})
@Import(PeerController.class)
public class PeerService {

    /** The schema that holds the engine's tables and the signals. */
    public static final String SCHEMA = "peer";

    public static void main(String[] arguments) {
        System.setProperty("spring.config.name", "peer");
        SpringApplication.run(PeerService.class, arguments);
    }

    @Bean
    HikariDataSource dataSource(
            @Value("${peer.url}") String url,
            @Value("${peer.user}") String user,
            @Value("${PEER_PASSWORD}") String password,
            @Value("${peer.connections}") int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("peer");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.addDataSourceProperty("ApplicationName", "peer");
        config.addDataSourceProperty("currentSchema", SCHEMA);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    @Bean
    DataSourceTransactionManager transactions(DataSource source) {
        return new DataSourceTransactionManager(source);
    }

    @Bean
    TransactionTemplate transaction(DataSourceTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean
    JdbcClient jdbc(DataSource source) {
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("""
                CREATE SCHEMA IF NOT EXISTS peer;
                CREATE TABLE IF NOT EXISTS peer.signal (
                    source_id text PRIMARY KEY,
                    content text NOT NULL,
                    received_at timestamptz NOT NULL DEFAULT now())""").update();
        return jdbc;
    }

    /** Starts the asynchronous executor and deploys the process when the context starts. */
    @Bean
    SpringProcessEngineConfiguration engineConfiguration(
            DataSource source,
            DataSourceTransactionManager transactions,
            JdbcClient schemaFirst,
            @Value("${peer.history}") String history) {
        SpringProcessEngineConfiguration config = new SpringProcessEngineConfiguration();
        config.setDataSource(source);
        config.setTransactionManager(transactions);
        config.setDatabaseSchema(SCHEMA);
        config.setDatabaseSchemaUpdate("true");
        config.setHistoryLevel(HistoryLevel.getHistoryLevelForKey(history));
        config.setIdGenerator(new StrongUuidGenerator());
        config.setDisableIdmEngine(true);
        config.setDisableEventRegistry(true);
        config.setEnableEventDispatcher(false);
        config.setEnableConfiguratorServiceLoader(false);
        config.setAsyncExecutorActivate(true);
        config.setDeploymentResources(new Resource[] {new ClassPathResource("bench/warning.bpmn20.xml")});
        return config;
    }

    @Bean(destroyMethod = "close")
    ProcessEngine engine(SpringProcessEngineConfiguration configuration) {
        return configuration.buildProcessEngine();
    }

    @Bean
    RuntimeService processes(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    Ready ready(Environment environment, @Value("${peer.ready}") Path file) {
        return new Ready(environment, file);
    }

    /** Writes the port into a file once the service answers. */
    record Ready(Environment environment, Path file) {
        @EventListener(ApplicationReadyEvent.class)
        void announce() throws java.io.IOException {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, environment.getRequiredProperty("local.server.port"));
            Files.move(fresh, file);
        }
    }
}
