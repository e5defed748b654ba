/*
 * explain.h - helpers for the steps that methods print; numbers as a second analyst would type them.
 */
#ifndef GRADIENT_INDICATOR_EXPLAIN_H
#define GRADIENT_INDICATOR_EXPLAIN_H

struct buffer;

/* One step: an indented line made with a format; %s for numbers from explain_number(). */
void explain_step(struct buffer *out, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* A number to 12 significant digits; the text is valid until the buffer slot is used again. */
struct explain_numbers {
	char texts[8][40];
	int next;
};
const char *explain_number(struct explain_numbers *numbers, double number);

#endif
