package org.lianxin.vault;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.lianxin.shared.Secrets;
import org.lianxin.vault.store.ErasureList;
import org.lianxin.vault.store.JdbcKeyStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    Vault vault(
            @Qualifier("keystore") DataSource keystore, Secrets secrets, @Value("${lianxin.data}") Path dataFolder) {
        return new EnvelopeVault(
                new JdbcKeyStore(keystore), new ErasureList(dataFolder.resolve("erased-keys")), secrets);
    }
}
