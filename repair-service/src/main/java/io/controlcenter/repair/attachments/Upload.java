package io.controlcenter.repair.attachments;

/** A file as it came in, whatever its sender says that it is. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
record Upload(byte[] content) {}
