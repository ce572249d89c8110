package org.lianxin.analytics.testkit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Multiplies a snapshot of the data generator and writes it in the form of the published example: other file names, other
 * headers, times as text. Every copy has ids of its own; of a hundred transfers some more lead from each copy to the next.
 */
public final class FinBenchScaler {
    /** Of a hundred transfers so many are repeated from a copy to the next: 60 copies of SF0.1 make 1.4 million. */
    private static final int ACROSS_PER_HUNDRED = 45;

    private static final long NEXT_COPY = 70_000_000_000_000_007L;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private FinBenchScaler() {}

    /** A file of the example: what it is called, what it is made of, and its columns ({@code #} an id, {@code @} a time). */
    private record Table(String target, String source, List<String> columns) {
        static Table of(String target, String source, String... columns) {
            return new Table(target, source, List.of(columns));
        }
    }

    private static final List<Table> TABLES = List.of(
            Table.of("Account", "account", "#accountId=id", "@createTime", "isBlocked", "accoutType=type"),
            Table.of("Person", "person", "#personId=id", "personName=name", "isBlocked", "@createTime"),
            Table.of("Company", "company", "#companyId=id", "companyName=name", "isBlocked", "@createTime"),
            Table.of("Loan", "loan", "#loanId=id", "loanAmount", "balance", "@createTime"),
            Table.of("Medium", "medium", "#mediumId=id", "mediumType=type", "isBlocked", "@createTime"),
            Table.of("AccountTransferAccount", "transfer", "#fromId", "#toId", "amount", "@createTime"),
            Table.of("AccountWithdrawAccount", "withdraw", "#fromId", "#toId", "amount", "@createTime"),
            Table.of("LoanDepositAccount", "deposit", "#loanId", "#accountId", "amount", "@createTime"),
            Table.of("AccountRepayLoan", "repay", "#accountId", "#loanId", "amount", "@createTime"),
            Table.of("MediumSignInAccount", "signin", "#mediumId", "#accountId", "@createTime"),
            Table.of("PersonOwnAccount", "personownaccount", "#personId", "#accountId", "@createTime"),
            Table.of("CompanyOwnAccount", "companyownaccount", "#companyId", "#accountId", "@createTime"),
            Table.of("PersonApplyLoan", "personapplyloan", "#personId", "#loanId", "@createTime"),
            Table.of("CompanyApplyLoan", "companyapplyloan", "#companyId", "#loanId", "@createTime"),
            Table.of("PersonInvestCompany", "personinvest", "#investorId", "#companyId", "ratio", "@createTime"),
            Table.of("CompanyInvestCompany", "companyinvest", "#investorId", "#companyId", "ratio", "@createTime"),
            Table.of("PersonGuaranteePerson", "personguarantee", "#fromId", "#toId", "@createTime"),
            Table.of("CompanyGuaranteeCompany", "companyguarantee", "#fromId", "#toId", "@createTime"));

    /** Writes so many copies of the snapshot into the folder. */
    public static void scale(Path snapshot, Path into, int copies) throws IOException {
        Files.createDirectories(into);
        var tables = new FinBenchTables(snapshot).tables;
        for (var table : TABLES) {
            try (var out = Files.newBufferedWriter(into.resolve(table.target + ".csv"))) {
                write(table, tables.getOrDefault(table.source, List.of()), copies, out);
            }
        }
    }

    private static void write(Table table, List<Map<String, String>> rows, int copies, BufferedWriter out)
            throws IOException {
        var header = new ArrayList<String>();
        table.columns.forEach(column -> header.add(column.replaceAll("[#@]|=.*", "")));
        out.write(String.join("|", header) + "\n");
        for (int copy = 0; copy < copies; copy++) {
            int number = 0;
            for (var row : rows) {
                out.write(line(table, row, copy));
                if (copies > 1 && table.source.equals("transfer") && number % 100 < ACROSS_PER_HUNDRED) {
                    // to a payee of another transfer, so that persons pay companies too, as they do not in SF0.1
                    var other = new LinkedHashMap<>(row);
                    long payee =
                            Long.parseLong(rows.get(number * 7919 % rows.size()).getOrDefault("toid", ""));
                    long next = Math.multiplyExact(NEXT_COPY, (copy + 1) % copies - copy);
                    other.put("toid", Long.toString(Math.addExact(payee, next)));
                    out.write(line(table, other, copy));
                }
                number++;
            }
        }
    }

    private static String line(Table table, Map<String, String> row, int copy) {
        var values = new ArrayList<String>();
        for (String column : table.columns) {
            String name = column.replaceAll("[#@]|.*=", "");
            String value = row.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
            if (column.startsWith("#")) {
                long shift = Math.multiplyExact(NEXT_COPY, copy);
                values.add(Long.toString(Math.addExact(Long.parseLong(value), shift)));
            } else {
                values.add(column.startsWith("@") ? TIME.format(Instant.ofEpochMilli(Long.parseLong(value))) : value);
            }
        }
        return String.join("|", values) + "\n";
    }
}
