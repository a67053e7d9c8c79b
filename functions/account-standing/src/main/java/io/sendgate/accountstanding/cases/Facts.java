package io.sendgate.accountstanding.cases;

/// The names under which a case keeps what it knows.
final class Facts {

    static final String ORIGIN = "origin";
    static final String CLAUSE = "clause";
    static final String AUTHORIZATION = "authorization";
    static final String TEXT = "text";
    static final String RECIPIENT = "recipient";
    static final String REPORT = "report";
    static final String REPORTER = "reporter";
    static final String EVIDENCE = "evidence";
    static final String NAMED = "accountName";
    static final String TOPIC = "kind";
    static final String EXPLANATION = "explanation";
    static final String EMAIL = "accountEmail";
    static final String BUNDLE = "bundle";
    static final String ACCOUNTS = "accounts";
    static final String ACROSS = "across";
    static final String REPORTS = "reports";
    static final String ATTACHED = "attachedTo";

    private Facts() {}
}
