#include "pdf/content_operator.h"

#include <stddef.h>
#include <string.h>

static const unsigned char of_one[128] = {
	['q'] = OPERATOR_SAVE,       ['Q'] = OPERATOR_RESTORE,    ['M'] = OPERATOR_MITRE_LIMIT,
	['m'] = OPERATOR_MOVE,       ['l'] = OPERATOR_LINE,       ['c'] = OPERATOR_PATH,
	['v'] = OPERATOR_PATH,       ['y'] = OPERATOR_PATH,       ['h'] = OPERATOR_PATH,
	['S'] = OPERATOR_STROKE,     ['s'] = OPERATOR_PAINT_PATH, ['f'] = OPERATOR_PAINT_PATH,
	['F'] = OPERATOR_PAINT_PATH, ['B'] = OPERATOR_PAINT_PATH, ['b'] = OPERATOR_PAINT_PATH,
	['n'] = OPERATOR_NO_PAINT,   ['\''] = OPERATOR_PAINT,     ['"'] = OPERATOR_PAINT,
	['W'] = OPERATOR_OTHER,      ['w'] = OPERATOR_OTHER,      ['J'] = OPERATOR_OTHER,
	['j'] = OPERATOR_OTHER,      ['d'] = OPERATOR_OTHER,      ['i'] = OPERATOR_OTHER,
	['g'] = OPERATOR_OTHER,      ['G'] = OPERATOR_OTHER,      ['k'] = OPERATOR_OTHER,
	['K'] = OPERATOR_OTHER,
};

struct letters {
	char text[4];
	unsigned char operator;
};

/* Those that pages are full of come first. */
static const struct letters of_more[] = {
	{ "re", OPERATOR_RECTANGLE },     { "rg", OPERATOR_OTHER },
	{ "RG", OPERATOR_OTHER },         { "gs", OPERATOR_OTHER },
	{ "BT", OPERATOR_TEXT_BEGIN },    { "ET", OPERATOR_TEXT_END },
	{ "cm", OPERATOR_OTHER },         { "BDC", OPERATOR_MARK_BEGIN },
	{ "EMC", OPERATOR_MARK_END },     { "BMC", OPERATOR_MARK_BEGIN },
	{ "Do", OPERATOR_PAINT },         { "sh", OPERATOR_PAINT },
	{ "f*", OPERATOR_PAINT_PATH },    { "B*", OPERATOR_PAINT_PATH },
	{ "b*", OPERATOR_PAINT_PATH },    { "W*", OPERATOR_OTHER },
	{ "ri", OPERATOR_OTHER },         { "cs", OPERATOR_OTHER },
	{ "CS", OPERATOR_OTHER },         { "sc", OPERATOR_OTHER },
	{ "SC", OPERATOR_OTHER },         { "scn", OPERATOR_OTHER },
	{ "SCN", OPERATOR_OTHER },        { "MP", OPERATOR_OTHER },
	{ "DP", OPERATOR_OTHER },         { "BI", OPERATOR_IMAGE },
	{ "BX", OPERATOR_UNKNOWN_BEGIN }, { "EX", OPERATOR_UNKNOWN_END },
};

static enum pdf_operator of_text(char letter)
{
	if (letter == 'j' || letter == 'J')
		return OPERATOR_PAINT;
	return memchr("fmdDcwzLrs*", letter, 11) != NULL ? OPERATOR_OTHER : OPERATOR_UNKNOWN;
}

enum pdf_operator pdf_operator_of(struct pdf_slice keyword)
{
	const char *text = keyword.bytes;

	if (keyword.length == 1)
		return (unsigned char)*text < sizeof(of_one) ? of_one[(unsigned char)*text]
							     : OPERATOR_UNKNOWN;
	if (keyword.length == 2 && text[0] == 'T')
		return of_text(text[1]);
	if (keyword.length > 3)
		return OPERATOR_UNKNOWN;
	for (size_t i = 0; i < sizeof(of_more) / sizeof(*of_more); i++)
		if (memcmp(of_more[i].text, text, keyword.length) == 0 &&
		    of_more[i].text[keyword.length] == '\0')
			return of_more[i].operator;
	return OPERATOR_UNKNOWN;
}
