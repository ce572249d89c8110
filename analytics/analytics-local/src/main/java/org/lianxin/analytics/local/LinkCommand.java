package org.lianxin.analytics.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.lianxin.analytics.api.GraphEngine;
import org.lianxin.analytics.api.LinkFinding;
import org.lianxin.analytics.api.LinkSpec;

/** {@code link}: which accounts share devices, addresses, numbers or holders. */
final class LinkCommand implements EvidenceCommand.Word {
    private final Clock clock;

    LinkCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(Options options, PrintStream out) throws IOException {
        try (var engine = LocalEngine.open(options.path("case"), clock)) {
            answer(engine, options, out);
        }
    }

    static void answer(GraphEngine engine, Options options, PrintStream out) throws IOException {
        Path folder = options.path("out");
        var found = engine.link(new LinkSpec(options.number("ignore-shared-by-more-than", 50)));
        Files.createDirectories(folder);
        groups(found, folder);
        new Summary()
                .with("ignore_shared_by_more_than", found.spec().ignoreSharedByMoreThan())
                .with("groups", found.groups().size())
                .with("ignored", found.ignored().size())
                .with("checksum", found.checksum())
                .write(folder);
        out.printf(
                "%,d groups; %,d identifiers ignored because more than %d accounts share them%n",
                found.groups().size(), found.ignored().size(), found.spec().ignoreSharedByMoreThan());
    }

    /** Accounts and identifiers apart: a group has many of both, and together they would be a square. */
    private static void groups(LinkFinding found, Path folder) throws IOException {
        try (var groups = Files.newBufferedWriter(folder.resolve("groups.csv"));
                var identifiers = Files.newBufferedWriter(folder.resolve("identifiers.csv"));
                var ignored = Files.newBufferedWriter(folder.resolve("ignored.csv"))) {
            Csv.line(groups, "group", "account", "size");
            Csv.line(identifiers, "group", "identifier");
            int number = 0;
            for (var group : found.groups()) {
                number++;
                for (String account : group.accounts()) {
                    Csv.line(groups, number, account, group.accounts().size());
                }
                for (String identifier : group.identifiers()) {
                    Csv.line(identifiers, number, identifier);
                }
            }
            Csv.line(ignored, "identifier", "accounts");
            for (var one : found.ignored()) {
                Csv.line(ignored, one.identifier(), one.accounts());
            }
        }
    }
}
