/*
 * markup.h - text as it stands in XML and HTML.
 */
#ifndef GRADIENT_BASE_MARKUP_H
#define GRADIENT_BASE_MARKUP_H

struct buffer;

/* Adds text for the inside of an element or of an attribute in double quotes. */
void markup_add_text(struct buffer *out, const char *text);

#endif
