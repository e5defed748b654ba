#include "odbc/author_query.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

struct scan {
	const char *at;
	int depth; /* of parentheses */
};

static bool is_word(char character)
{
	return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
	       (character >= '0' && character <= '9') || character == '_';
}

static bool begins_with_word(const char *text, const char *word)
{
	return strncasecmp(text, word, strlen(word)) == 0 && !is_word(text[strlen(word)]);
}

/* Moves behind a text or name in quotation marks. */
static const char *skip_quoted(struct scan *scan)
{
	char mark = *scan->at;

	for (scan->at++; *scan->at != '\0'; scan->at++) {
		if (scan->at[0] == '\\' && (scan->at[1] == '\'' || scan->at[1] == '"'))
			return "a backslash before a quotation mark means different things to "
			       "different systems";
		if (*scan->at != mark)
			continue;
		if (scan->at[1] != mark) {
			scan->at++;
			return NULL;
		}
		scan->at++;
	}
	return "a quotation mark does not close";
}

/* Names in `...` and [...] are quotes to some systems alone: nothing in them may be one to the others. */
static const char *skip_name(struct scan *scan)
{
	char end = '`';

	if (*scan->at == '[')
		end = ']';
	for (scan->at++; *scan->at != end; scan->at++)
		if (*scan->at == '\0' || strchr("'\"`;()[?-/#$\\", *scan->at) != NULL)
			return "a name in ` ` or [ ] may hold letters, digits and blanks alone";
	scan->at++;
	return NULL;
}

static bool is_dollar_quote(const char *at)
{
	if (*at != '$')
		return false;
	for (at++; is_word(*at);)
		at++;
	return *at == '$';
}

/* What is wrong with the character outside quotes; moves behind it. */
static const char *step(struct scan *scan)
{
	const char *at = scan->at;

	if (*at == '\'' || *at == '"')
		return skip_quoted(scan);
	if (*at == '`' || *at == '[')
		return skip_name(scan);
	if (*at == ';')
		return "a semicolon: it must be one statement";
	if (strncmp(at, "--", 2) == 0 || strncmp(at, "/*", 2) == 0 || *at == '#')
		return "a comment";
	if (*at == '?' || *at == '{')
		return "a parameter or escape: write the value itself";
	if (is_dollar_quote(at))
		return "a dollar quote: write the text between ' '";
	if (*at == '(')
		scan->depth++;
	if (*at == ')' && --scan->depth < 0)
		return "a closing parenthesis too many";
	if ((unsigned char)*at < ' ' && strchr("\t\r\n", *at) == NULL)
		return "a control character";
	scan->at++;
	return NULL;
}

const char *author_query_fault(const char *query)
{
	struct scan scan = { .at = query + strspn(query, " \t\r\n") };

	if (!begins_with_word(scan.at, "select") && !begins_with_word(scan.at, "with"))
		return "it must begin with SELECT or WITH";
	while (*scan.at != '\0') {
		const char *fault = step(&scan);

		if (fault != NULL)
			return fault;
	}
	return scan.depth == 0 ? NULL : "a parenthesis does not close";
}
