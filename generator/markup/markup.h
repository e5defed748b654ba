/*
 * markup.h - XML and HTML as it is written: elements, attributes and text, one after the other.
 *
 * Purpose:   every edition that is made of markup (pictures with live text, pages for the web, metadata,
 *            spreadsheets) is written through this, so that escaping and nesting are right everywhere.
 * Ownership: the writer lives until markup_finish(), which puts everything in the caller's buffer.
 * Errors:    out of memory ends the program, as in arena.h. Characters that XML cannot hold become U+FFFD.
 */
#ifndef GRADIENT_MARKUP_MARKUP_H
#define GRADIENT_MARKUP_MARKUP_H

#include <stddef.h>

struct buffer;
struct markup;

struct markup *markup_new(void);

/* Appends what was written to out, with elements closed that are still open, and frees the writer. */
void markup_finish(struct markup *markup, struct buffer *out);

/* <?xml version="1.0" encoding="UTF-8"?> and a line end. */
void markup_declaration(struct markup *markup);

/* Written as it is: "<!DOCTYPE html>", or markup that another writer made. */
void markup_raw(struct markup *markup, const char *text);

void markup_open(struct markup *markup, const char *name);

/* Of the element just opened, before its content. A value of NULL writes nothing. */
void markup_attribute(struct markup *markup, const char *name, const char *value);
void markup_attribute_printf(struct markup *markup, const char *name, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

void markup_text(struct markup *markup, const char *text);

/* </name>, in full, also of an element without content: HTML knows no shorter form. */
void markup_close(struct markup *markup);

/* "/>": an element without content, such as br of HTML or path of SVG. */
void markup_close_empty(struct markup *markup);

/* An element with text alone. */
void markup_element(struct markup *markup, const char *name, const char *text);

#endif
