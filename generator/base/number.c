#include "base/number.h"

#include <glib.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { SIGNIFICANT = 15 };

/* A finite number as sign, digits d1 d2 ... and the exponent of d1. */
struct decimal {
	bool negative;
	int exponent;
	char digits[SIGNIFICANT + 1]; /* values 0 to 9, not characters */
	int count;
};

/* Up to here a whole number has no more digits than are kept, and is written without an exponent. */
static bool is_short_whole(double value)
{
	return fabs(value) < 1e15 && value == trunc(value);
}

static struct decimal decimal_of(double value)
{
	struct decimal decimal = { .negative = signbit(value) != 0, .count = SIGNIFICANT };
	char text[40];

	/* No locale is ever set, so the point is a point. */
	snprintf(text, sizeof(text), "%.*e", SIGNIFICANT - 1, fabs(value));
	decimal.digits[0] = (char)(text[0] - '0');
	for (int i = 1; i < SIGNIFICANT; i++)
		decimal.digits[i] = (char)(text[i + 1] - '0');
	for (const char *c = text + SIGNIFICANT + 2 + 1; *c != '\0'; c++)
		decimal.exponent = decimal.exponent * 10 + (*c - '0');
	if (text[SIGNIFICANT + 2] == '-')
		decimal.exponent = -decimal.exponent;
	return decimal;
}

static void decimal_round(struct decimal *decimal, int decimals)
{
	int keep = decimal->exponent + 1 + decimals;

	if (keep >= decimal->count)
		return;
	if (keep < 0 || (keep == 0 && decimal->digits[0] < 5)) {
		*decimal = (struct decimal){ .count = 1 };
		return;
	}
	if (keep == 0) {
		decimal->digits[0] = 1;
		decimal->count = 1;
		decimal->exponent++;
		return;
	}
	decimal->count = keep;
	if (decimal->digits[keep] < 5)
		return;
	for (int i = keep - 1; i >= 0; i--) {
		if (++decimal->digits[i] < 10)
			return;
		decimal->digits[i] = 0;
	}
	memmove(decimal->digits + 1, decimal->digits, (size_t)keep);
	decimal->digits[0] = 1;
	decimal->exponent++;
	decimal->count++;
}

static bool decimal_is_zero(const struct decimal *decimal)
{
	for (int i = 0; i < decimal->count; i++)
		if (decimal->digits[i] != 0)
			return false;
	return true;
}

/* The digit that counts 10^power. */
static char digit_at(const struct decimal *decimal, int power)
{
	int index = decimal->exponent - power;

	return (char)('0' + (index >= 0 && index < decimal->count ? decimal->digits[index] : 0));
}

size_t number_format(double value, struct number_style style, char out[NUMBER_TEXT_MAX])
{
	struct decimal decimal = decimal_of(value);
	char *end = out;

	decimal_round(&decimal, (int)style.decimals);
	if (decimal.negative && !decimal_is_zero(&decimal)) {
		const char *sign = style.minus_sign ? "\xe2\x88\x92" : "-";

		memcpy(end, sign, strlen(sign));
		end += strlen(sign);
	}
	for (int power = decimal.exponent > 0 ? decimal.exponent : 0; power >= 0; power--) {
		*end++ = digit_at(&decimal, power);
		if (style.thousands && power > 0 && power % 3 == 0)
			*end++ = ',';
	}
	if (style.decimals > 0)
		*end++ = '.';
	for (int power = -1; power >= -(int)style.decimals; power--)
		*end++ = digit_at(&decimal, power);
	*end = '\0';
	return (size_t)(end - out);
}

double number_round(double value, unsigned decimals)
{
	char text[NUMBER_TEXT_MAX];

	number_format(value, (struct number_style){ .decimals = decimals }, text);
	return g_ascii_strtod(text, NULL);
}

bool number_rounds_to_zero(double value, unsigned decimals)
{
	static const double left_behind = 1e-9;

	return fabs(value) < 1 && fabs(value) > left_behind && number_round(value, decimals) == 0;
}

unsigned number_decimals_for(double value, unsigned significant_digits)
{
	struct decimal decimal = decimal_of(value);
	int decimals;

	if (value == 0)
		return 0;
	/* 9.96 to two digits is 10: the exponent counts after rounding. */
	decimal_round(&decimal, (int)significant_digits - 1 - decimal.exponent);
	decimals = (int)significant_digits - 1 - decimal.exponent;
	return decimals < 0 ? 0
			    : (unsigned)(decimals > NUMBER_DECIMALS_MOST ? NUMBER_DECIMALS_MOST
									 : decimals);
}

/* Digits of a whole number of no more than 15 digits. */
static size_t write_whole(double value, char out[NUMBER_TEXT_MAX])
{
	uint64_t rest = (uint64_t)fabs(value);
	char reversed[SIGNIFICANT];
	size_t count = 0, length = 0;

	do
		reversed[count++] = (char)('0' + rest % 10);
	while ((rest /= 10) != 0);
	if (value < 0)
		out[length++] = '-';
	while (count > 0)
		out[length++] = reversed[--count];
	out[length] = '\0';
	return length;
}

size_t number_shortest(double value, char out[NUMBER_TEXT_MAX])
{
	int length = 0;

	if (is_short_whole(value))
		return write_whole(value, out);
	for (int digits = SIGNIFICANT; digits <= 17; digits++) {
		length = snprintf(out, NUMBER_TEXT_MAX, "%.*g", digits, value);
		if (g_ascii_strtod(out, NULL) == value)
			break;
	}
	return (size_t)length;
}

struct scan {
	const char *text;
	size_t length, position;
};

static bool next_is(const struct scan *scan, char character)
{
	return scan->position < scan->length && scan->text[scan->position] == character;
}

static bool next_is_digit(const struct scan *scan)
{
	return scan->position < scan->length && scan->text[scan->position] >= '0' &&
	       scan->text[scan->position] <= '9';
}

static size_t skip_digits(struct scan *scan)
{
	size_t start = scan->position;

	while (next_is_digit(scan))
		scan->position++;
	return scan->position - start;
}

static size_t skip_sign(struct scan *scan)
{
	if (scan->length - scan->position >= 3 &&
	    memcmp(scan->text + scan->position, "\xe2\x88\x92", 3) == 0) {
		scan->position += 3;
		return 3;
	}
	if (next_is(scan, '-') || next_is(scan, '+'))
		scan->position++;
	return 0;
}

/* Whole numbers of up to 15 digits need no library: they are exact. */
static bool parse_short_integer(const char *text, size_t length, double *out)
{
	bool negative = length > 0 && text[0] == '-';
	size_t i = negative ? 1 : 0;
	int64_t whole = 0;

	if (length == i || length - i > SIGNIFICANT)
		return false;
	for (; i < length; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		whole = whole * 10 + (text[i] - '0');
	}
	*out = negative ? (double)-whole : (double)whole;
	return true;
}

bool number_parse(const char *text, size_t length, double *out)
{
	struct scan scan = { .text = text, .length = length };
	char copy[NUMBER_TEXT_MAX];
	size_t wide_sign, before, after = 0;
	double value;

	if (parse_short_integer(text, length, out))
		return true;
	if (length >= sizeof(copy))
		return false;
	wide_sign = skip_sign(&scan);
	before = skip_digits(&scan);
	if (next_is(&scan, '.')) {
		scan.position++;
		after = skip_digits(&scan);
	}
	if (before + after == 0)
		return false;
	if (next_is(&scan, 'e') || next_is(&scan, 'E')) {
		scan.position++;
		if (next_is(&scan, '-') || next_is(&scan, '+'))
			scan.position++;
		if (skip_digits(&scan) == 0)
			return false;
	}
	if (scan.position != length)
		return false;
	memcpy(copy, text + wide_sign, length - wide_sign);
	copy[length - wide_sign] = '\0';
	value = g_ascii_strtod(copy, NULL);
	if (!isfinite(value))
		return false;
	*out = wide_sign > 0 ? -value : value;
	return true;
}

bool number_parse_thousands(const char *text, size_t length, double *out)
{
	struct scan scan = { .text = text, .length = length };
	char copy[NUMBER_TEXT_MAX];
	size_t kept, group;

	if (memchr(text, ',', length) == NULL)
		return number_parse(text, length, out);
	if (length >= sizeof(copy))
		return false;
	skip_sign(&scan);
	group = skip_digits(&scan);
	if (group < 1 || group > 3)
		return false;
	kept = scan.position;
	memcpy(copy, text, kept);
	while (next_is(&scan, ',')) {
		scan.position++;
		if (skip_digits(&scan) != 3)
			return false;
		memcpy(copy + kept, text + scan.position - 3, 3);
		kept += 3;
	}
	memcpy(copy + kept, text + scan.position, length - scan.position);
	return number_parse(copy, kept + length - scan.position, out);
}

bool number_parse_whole(const char *text, unsigned most, unsigned *out)
{
	size_t length = strlen(text);
	double value;

	if (length == 0 || strspn(text, "0123456789") != length ||
	    !number_parse(text, length, &value) || value > most)
		return false;
	*out = (unsigned)value;
	return true;
}
