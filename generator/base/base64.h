/*
 * base64.h - bytes as text for addresses of the kind "data:": pictures and fonts inside a page.
 */
#ifndef GRADIENT_BASE_BASE64_H
#define GRADIENT_BASE_BASE64_H

#include <stddef.h>

struct buffer;

void base64_add(struct buffer *out, const void *bytes, size_t length);

#endif
