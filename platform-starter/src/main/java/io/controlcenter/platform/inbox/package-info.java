/** Events arrive once, whatever Kafka redelivers, and poison is set aside. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.inbox;
