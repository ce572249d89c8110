package org.lianxin.organisation.access;

import org.lianxin.organisation.signin.ClientTokens;
import org.lianxin.organisation.signin.InstanceStamp;
import org.lianxin.organisation.signin.Sessions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** One filter of our own behind Spring Security's firewall, and the headers that every answer carries. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AccessConfiguration {

    /** Styles may stand inline because the desk's component library writes them; scripts never may. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data: blob:; font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types default";

    private static final String PERMISSIONS = "accelerometer=(), autoplay=(), camera=(self), display-capture=(),"
            + " geolocation=(self), gyroscope=(), magnetometer=(), microphone=(self), midi=(), payment=(), usb=()";

    private static final long TWO_YEARS_SECONDS = 63_072_000;

    @Bean
    SecurityFilterChain accessFilterChain(
            HttpSecurity http,
            AccessTable table,
            ObjectProvider<AccessDecision> decision,
            Sessions sessions,
            ClientTokens clients,
            InstanceStamp stamp,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        AccessFilter filter = new AccessFilter(
                new AccessFilter.Parts(
                        table, decision.getIfAvailable(() -> AccessDecision::byTable), sessions, clients, stamp),
                problems);
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .headers(AccessConfiguration::headers)
                .addFilterAfter(filter, HeaderWriterFilter.class)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(policy -> policy.maxAgeInSeconds(TWO_YEARS_SECONDS))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }

    /** There is no user of Spring Security's own, so nobody can sign in through it. */
    @Bean
    AuthenticationManager nobodysAuthentication() {
        return attempt -> {
            throw new AuthenticationServiceException("people sign in through organisation");
        };
    }
}
