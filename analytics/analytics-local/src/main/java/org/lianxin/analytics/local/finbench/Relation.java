package org.lianxin.analytics.local.finbench;

import java.util.List;

/** The relations of the benchmark, with the names of their files without extension, in both forms of the snapshot. */
enum Relation {
    TRANSFER(Node.ACCOUNT, Node.ACCOUNT, "accounttransferaccount", "transfer"),
    WITHDRAW(Node.ACCOUNT, Node.ACCOUNT, "accountwithdrawaccount", "withdraw"),
    DEPOSIT(Node.LOAN, Node.ACCOUNT, "loandepositaccount", "deposit"),
    REPAY(Node.ACCOUNT, Node.LOAN, "accountrepayloan", "repay"),
    SIGN_IN(Node.MEDIUM, Node.ACCOUNT, "mediumsigninaccount", "signin"),
    PERSON_OWN(Node.PERSON, Node.ACCOUNT, "personownaccount", "personownaccount"),
    COMPANY_OWN(Node.COMPANY, Node.ACCOUNT, "companyownaccount", "companyownaccount"),
    PERSON_APPLY(Node.PERSON, Node.LOAN, "personapplyloan", "personapplyloan"),
    COMPANY_APPLY(Node.COMPANY, Node.LOAN, "companyapplyloan", "companyapplyloan"),
    PERSON_INVEST(Node.PERSON, Node.COMPANY, "personinvestcompany", "personinvest"),
    COMPANY_INVEST(Node.COMPANY, Node.COMPANY, "companyinvestcompany", "companyinvest"),
    PERSON_GUARANTEE(Node.PERSON, Node.PERSON, "personguaranteeperson", "personguarantee"),
    COMPANY_GUARANTEE(Node.COMPANY, Node.COMPANY, "companyguaranteecompany", "companyguarantee");

    private final Node source;
    private final Node target;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> files;

    Relation(Node source, Node target, String... files) {
        this.source = source;
        this.target = target;
        this.files = List.of(files);
    }

    Node source() {
        return source;
    }

    Node target() {
        return target;
    }

    List<String> files() {
        return files;
    }
}
