/** The documents of an order: acknowledgement letter and connection notice, issued once per version and then unchanged. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.letters;
