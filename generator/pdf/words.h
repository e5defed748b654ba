/*
 * words.h - text, names, dates and boxes as PDF writes them (ISO 32000-1, 7.3 and 7.9).
 */
#ifndef GRADIENT_PDF_WORDS_H
#define GRADIENT_PDF_WORDS_H

#include "scene/geometry.h"
#include "scene/pages.h"

struct arena;
struct buffer;

/* A text string from valid UTF-8: plain where it is ASCII, else UTF-16 with a byte order mark. */
void pdf_add_text(struct buffer *out, const char *text);

/* "/Alt (text)" and a blank; nothing for NULL and "". */
void pdf_add_text_entry(struct buffer *out, const char *key, const char *text);

/* The same, with text as a name: "/Subtype /text#2Fcsv ". */
void pdf_add_name_entry(struct buffer *out, const char *key, const char *name);

/* An address in the characters that addresses may have; others become %XX. */
void pdf_add_address(struct buffer *out, const char *address);

/* "[x y x y]" on a page of that height, on which y runs up. */
void pdf_add_box(struct buffer *out, struct box box, double page_height);

/* When the file was made: "2025-03-31T00:00:00Z". In the arena. */
const char *pdf_date_iso(struct arena *arena, const struct document_properties *properties);

/* "D:20250331000000Z" */
const char *pdf_date(struct arena *arena, const struct document_properties *properties);

#endif
