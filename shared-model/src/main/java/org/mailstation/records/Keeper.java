package org.mailstation.records;

/** Who puts a record into the DNS. */
public enum Keeper {
    /** the person, on the page of the name's provider */
    OWNER,
    /** the station, by DDNS */
    STATION,
    /** the Internet provider, whom the person has to ask */
    PROVIDER
}
