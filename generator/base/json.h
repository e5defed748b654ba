/*
 * json.h - text as a JSON string.
 */
#ifndef GRADIENT_BASE_JSON_H
#define GRADIENT_BASE_JSON_H

struct buffer;

/* Adds text in quotes with what JSON asks to escape escaped; NULL becomes null. UTF-8 in, UTF-8 out. */
void json_add_text(struct buffer *buffer, const char *text);

#endif
