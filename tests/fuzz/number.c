/*
 * number - reading and printing numbers from any bytes.
 *
 * What is read is finite, is printed and read back as the same value, agrees with the library, and
 * rounds to a text of the form that was asked for.
 */
#include <glib.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check(bool holds)
{
	if (!holds)
		abort();
}

static void check_printing(double value, unsigned choice)
{
	struct number_style style = {
		.decimals = choice % (NUMBER_DECIMALS_MOST + 1),
		.thousands = (choice & 16) != 0,
		.minus_sign = (choice & 32) != 0,
	};
	char text[NUMBER_TEXT_MAX];
	double again = 0, rounded;
	size_t length = number_shortest(value, text);

	check(length == strlen(text) && number_parse(text, length, &again) && again == value);
	length = number_format(value, style, text);
	check(length == strlen(text));
	/* Rounding to 15 digits may carry the largest doubles beyond what a double holds. */
	if (fabs(value) > 1e308)
		return;
	check(number_parse_thousands(text, length, &again));
	rounded = number_round(value, style.decimals);
	check(again == rounded);
	check(!(rounded == 0 && text[0] == '-'));
	check(fabs(rounded - value) <=
	      0.5000001 * pow(10, -(double)style.decimals) + 1e-14 * fabs(value));
	check(number_decimals_for(value, choice % 9 + 1) <= NUMBER_DECIMALS_MOST);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	double value = -77, with_commas = -77;
	char *text;

	if (size < 1)
		return 0;
	text = malloc(size);
	memcpy(text, bytes + 1, size - 1);
	if (number_parse(text, size - 1, &value)) {
		check(isfinite(value));
		check(number_parse_thousands(text, size - 1, &with_commas));
		check(value == with_commas);
		text[size - 1] = '\0';
		if (strstr(text, "\xe2\x88\x92") != text)
			check(g_ascii_strtod(text, NULL) == value);
		check_printing(value, bytes[0]);
	} else {
		check(value == -77);
		if (number_parse_thousands(text, size - 1, &with_commas))
			check_printing(with_commas, bytes[0]);
		else
			check(with_commas == -77);
	}
	/* Any bits of a double are a number to print. */
	if (size >= 1 + sizeof(value)) {
		memcpy(&value, bytes + 1, sizeof(value));
		if (isfinite(value))
			check_printing(value, bytes[0]);
	}
	free(text);
	return 0;
}
