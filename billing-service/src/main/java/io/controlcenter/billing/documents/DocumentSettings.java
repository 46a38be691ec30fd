package io.controlcenter.billing.documents;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** @param attachUpTo a PDF of more than this is linked to and not attached; an event holds a megabyte, a third of it coding */
@ConfigurationProperties("controlcenter.documents")
record DocumentSettings(@DefaultValue("600KB") DataSize attachUpTo) {}
