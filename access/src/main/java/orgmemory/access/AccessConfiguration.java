// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import orgmemory.access.account.AccessRecord;
import orgmemory.access.account.Accounts;
import orgmemory.access.account.Admission;
import orgmemory.access.account.DemoCast;
import orgmemory.access.account.FirstKeeper;
import orgmemory.access.account.Insiders;
import orgmemory.access.account.Links;
import orgmemory.access.account.Passwords;
import orgmemory.access.account.Tokens;
import orgmemory.access.account.Waiting;
import orgmemory.access.entry.EntryConfiguration;
import orgmemory.access.server.Limited;
import orgmemory.access.server.MappingByPrefix;
import orgmemory.access.server.ReadableRequests;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Imported by every application: who may come in, and how an error is answered. */
@Configuration(proxyBeanMethods = false)
@Import({EntryConfiguration.class, Limited.class, Problems.class, ErrorAnswers.class})
public class AccessConfiguration {

    @Bean
    Sentences sentences() {
        return new Sentences();
    }

    @Bean
    WebMvcRegistrations mappingByPrefix() {
        return MappingByPrefix.registration();
    }

    /** Beside who may come in, which is counted here, others count what changes of rights. */
    @Bean
    WhoMay whoMay(DataSource source, ObjectProvider<ChangeCount> others) {
        var counted = Stream.concat(Stream.of(new ChangeCount("access.epoch")), others.orderedStream());
        return new WhoMay(source, counted.toList());
    }

    @Bean
    Tokens tokens(DataSource source) {
        return new Tokens(source);
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    Accounts accounts(DataSource source, Passwords passwords) {
        return new Accounts(source, passwords);
    }

    @Bean
    Links links(DataSource source) {
        return new Links(source);
    }

    @Bean
    Waiting waiting(DataSource source) {
        return new Waiting(source);
    }

    @Bean
    Insiders insiders(Accounts accounts, ObjectProvider<DemoCast> cast) {
        return new Insiders(accounts, () -> cast.getIfAvailable(() -> List::of));
    }

    @Bean
    Admission admission(DataSource source, Accounts accounts, Passwords passwords, Links links, Tokens tokens,
            Insiders insiders, Waiting waiting, ObjectProvider<FirstKeeper> firstKeeper,
            ObjectProvider<AccessRecord> record) {
        return new Admission(source, accounts, passwords, links, tokens, insiders, waiting,
                () -> Optional.ofNullable(firstKeeper.getIfAvailable()),
                () -> Optional.ofNullable(record.getIfAvailable()));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusedByServer() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(RefusedByServer.class.getName());
            }
        });
    }

    /** A header may hold any letters: who reads it says what is wrong with it. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(_ -> true);
        firewall.setAllowedParameterNames(_ -> true);
        return firewall;
    }

    /** Comes before sessions and security, and after the question whether the request is for us at all. */
    @Bean
    FilterRegistrationBean<ReadableRequests> readable(ErrorAnswers problems) {
        var filter = new FilterRegistrationBean<>(new ReadableRequests(problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }
}
