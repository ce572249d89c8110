package org.lianxin.shared;

/** Keys of this installation, kept in the data folder readable by the service alone, or given by its operator. */
public interface Secrets {

    /** 32 random bytes, made at the first call and the same ever after. Never written to a log or a database. */
    byte[] secret(String name);
}
