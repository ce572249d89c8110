package org.lianxin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianxin.shared.Secrets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, classes = RuntimeModuleTest.Only.class)
class RuntimeModuleTest {

    @org.springframework.boot.autoconfigure.EnableAutoConfiguration
    @org.springframework.context.annotation.Import(RuntimeConfiguration.class)
    static class Only {}

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Secrets secrets;

    @Test
    void modulesWorkAsTheServiceOnAMigratedDatabase() {
        assertThat(jdbc.sql("SELECT current_user || ' ' || stamp FROM runtime.instance")
                        .query(String.class)
                        .single())
                .isEqualTo("lianxin_service BENCH");
    }

    @Test
    void aSecretIsMadeOnceAndStays() {
        assertThat(secrets.secret("one.key")).hasSize(32).isEqualTo(secrets.secret("one.key"));
        assertThat(secrets.secret("other.key")).isNotEqualTo(secrets.secret("one.key"));
    }
}
