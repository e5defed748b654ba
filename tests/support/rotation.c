#include "support/rotation.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { MATRIX = 6 };

static const double slack = 1e-6;

static bool turns(const double matrix[MATRIX])
{
	return fabs(matrix[1]) > slack || fabs(matrix[2]) > slack;
}

/* The last six numbers before an operator; count is how many numbers stood in a row. */
struct operands {
	double numbers[MATRIX];
	size_t count;
};

static void add_number(struct operands *operands, double number)
{
	memmove(operands->numbers, operands->numbers + 1,
		(MATRIX - 1) * sizeof(operands->numbers[0]));
	operands->numbers[MATRIX - 1] = number;
	operands->count++;
}

static bool is_blank(char character)
{
	return character == ' ' || character == '\n' || character == '\r' || character == '\t';
}

static bool is_operator(const char *word, size_t length)
{
	return length == 2 && (strncmp(word, "cm", 2) == 0 || strncmp(word, "Tm", 2) == 0);
}

size_t rotations_in_pdf(const char *text, size_t length)
{
	struct operands operands = { .count = 0 };
	size_t found = 0;

	for (const char *at = text, *end = text + length; at < end;) {
		const char *word = at;
		char *after;
		double number;

		while (at < end && !is_blank(*at))
			at++;
		number = strtod(word, &after);
		if (at > word && after == at)
			add_number(&operands, number);
		else if (at > word) {
			found += is_operator(word, (size_t)(at - word)) &&
				 operands.count >= MATRIX && turns(operands.numbers);
			operands.count = 0;
		}
		while (at < end && is_blank(*at))
			at++;
	}
	return found;
}

static bool matrix_turns(const char *text)
{
	double matrix[MATRIX];

	for (size_t i = 0; i < MATRIX; i++) {
		char *after;

		text += strspn(text, " ,(");
		matrix[i] = strtod(text, &after);
		text = after;
	}
	return turns(matrix);
}

size_t rotations_in_svg(const char *text)
{
	size_t found = 0;

	for (const char *at = text; (at = strstr(at, "matrix(")) != NULL; at++)
		found += matrix_turns(at + strlen("matrix"));
	for (const char *at = text; (at = strstr(at, "rotate")) != NULL; at++)
		found++;
	for (const char *at = text; (at = strstr(at, "writing-mode")) != NULL; at++)
		found++;
	return found;
}
