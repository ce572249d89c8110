package org.lianxin.testing;

import java.util.Map;
import org.lianxin.Lianxin;
import org.lianxin.runtime.Instance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/** One more service on the database and the secrets of a context that runs: another node, but for the process. */
public final class SecondNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private SecondNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static SecondNode beside(ConfigurableApplicationContext first) {
        return new SecondNode(new SpringApplicationBuilder(Lianxin.class)
                .initializers(new Joining(first.getBean(Instance.class)))
                .run());
    }

    public String address() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Comes before {@link TestInstance}, which then sees that the context has an instance. */
    private record Joining(Instance instance)
            implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "second-node",
                            Map.of(
                                    "lianxin.data", instance.data().root().toString(),
                                    "lianxin.stamp", instance.stamp().name(),
                                    "server.port", "0")));
            context.getBeanFactory().registerSingleton("instance", instance);
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }
}
