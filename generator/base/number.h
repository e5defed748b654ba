/*
 * number.h - numbers read from and printed as text, independent of the locale.
 *
 * Rounding: half away from zero on the decimal value at 15 significant digits, so that 2.675 gives
 *           2.68 and 12.35 gives 12.4 as a spreadsheet shows them, and never a negative zero.
 *           This is the one place where a printed figure is rounded.
 */
#ifndef GRADIENT_BASE_NUMBER_H
#define GRADIENT_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

/* Enough for any double with 15 decimals, separators and a sign. */
enum { NUMBER_TEXT_MAX = 480, NUMBER_DECIMALS_MOST = 15 };

struct number_style {
	unsigned decimals; /* 0 to NUMBER_DECIMALS_MOST */
	bool thousands;    /* commas from 1,000 */
	bool minus_sign;   /* U+2212 as in print; otherwise hyphen-minus as in CSV */
};

/* value must be finite. Returns the length of the text in out. */
size_t number_format(double value, struct number_style style, char out[NUMBER_TEXT_MAX]);

/* The value that number_format() prints. */
double number_round(double value, unsigned decimals);

/*
 * True when a number other than zero is printed as zero. What adding up in floating point leaves behind is zero:
 * nothing that is counted makes so small a figure.
 */
bool number_rounds_to_zero(double value, unsigned decimals);

/* Decimals that show the given count of significant digits; 0 for values of 10^(digits - 1) or more. */
unsigned number_decimals_for(double value, unsigned significant_digits);

/* Shortest decimal that reads back as the same double; for files that machines read. */
size_t number_shortest(double value, char out[NUMBER_TEXT_MAX]);

/*
 * Reads all of text[0 .. length) as a decimal number: optional sign (hyphen-minus or U+2212), digits,
 * optional point and digits, optional exponent. Returns false, *out untouched, for anything else,
 * such as spaces, separators, "inf" or a number too large for a double.
 */
bool number_parse(const char *text, size_t length, double *out);

/* The same with commas between groups of three digits allowed. */
bool number_parse_thousands(const char *text, size_t length, double *out);

/* Reads all of text as a whole number without sign, at most most; *out untouched when it is none. */
bool number_parse_whole(const char *text, unsigned most, unsigned *out);

#endif
