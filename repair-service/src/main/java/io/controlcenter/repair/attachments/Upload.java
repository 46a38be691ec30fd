package io.controlcenter.repair.attachments;

/** A file as it came in, whatever its sender says that it is. */
record Upload(byte[] content) {}
