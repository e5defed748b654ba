#include "model/period.h"

#include <string.h>
#include <strings.h>

enum { YEARS_POOLED_MOST = 20 };

static const char *const months[] = {
	"January", "February", "March",     "April",   "May",      "June",
	"July",    "August",   "September", "October", "November", "December",
};

/* Reads exactly count digits. */
static bool read_digits(const char **text, int count, int *out)
{
	int value = 0;

	for (int i = 0; i < count; i++) {
		if ((*text)[i] < '0' || (*text)[i] > '9')
			return false;
		value = value * 10 + ((*text)[i] - '0');
	}
	*text += count;
	*out = value;
	return true;
}

static bool read_word(const char **text, const char *word)
{
	size_t length = strlen(word);

	if (strncasecmp(*text, word, length) != 0)
		return false;
	*text += length;
	return true;
}

/* A month by its whole name or its first three letters. */
static bool read_month(const char **text, int *month)
{
	for (int i = 0; i < 12; i++) {
		const char *rest = *text;

		if (!read_word(&rest, months[i])) {
			if (strncasecmp(*text, months[i], 3) != 0)
				continue;
			rest = *text + 3;
		}
		if (*rest != ' ' && *rest != '-')
			continue;
		*text = rest + 1;
		*month = i + 1;
		return true;
	}
	return false;
}

static struct period whole_years(const char *code, enum period_form form, int first, int last)
{
	bool financial = form == PERIOD_FINANCIAL_YEAR;

	return (struct period){
		.code = code,
		.form = form,
		.first = { first, financial ? 4 : 1, 1 },
		.last = { last, financial ? 3 : 12, 31 },
	};
}

static struct period month_period(const char *code, int year, int month)
{
	return (struct period){
		.code = code,
		.form = PERIOD_MONTH,
		.first = { year, month, 1 },
		.last = { year, month, date_days_in_month(year, month) },
	};
}

static bool year_range(const char *code, int first, int last, bool slash, struct period *out)
{
	if (last < 100)
		last += first - first % 100 + (last < first % 100 ? 100 : 0);
	/* "2024-13" would be ninety years: a month that does not exist, and no period. */
	if (last < first || last - first > YEARS_POOLED_MOST)
		return false;
	/* Two years that touch are one financial year; "2015-17" pools three calendar years. */
	*out = whole_years(code, slash || last == first + 1 ? PERIOD_FINANCIAL_YEAR : PERIOD_YEARS,
			   first, last);
	return !slash || last == first + 1;
}

static bool parse_years(const char *code, struct period *out)
{
	const char *text = code;
	int first, last;
	bool slash;

	if (!read_digits(&text, 4, &first))
		return false;
	if (*text == '\0') {
		/* "2425" would be a year too far away to be meant. */
		if (first > 2100 && first / 100 + 1 == first % 100)
			*out = whole_years(code, PERIOD_FINANCIAL_YEAR, 2000 + first / 100,
					   2000 + first % 100);
		else
			*out = whole_years(code, PERIOD_CALENDAR_YEAR, first, first);
		return true;
	}
	if (strlen(text) == 2 && read_digits(&text, 2, &last) && last == (first + 1) % 100) {
		*out = whole_years(code, PERIOD_FINANCIAL_YEAR, first, first + 1);
		return true;
	}
	while (*text == ' ')
		text++;
	slash = *text == '/';
	if (*text == '/' || *text == '-')
		text++;
	else if (!read_word(&text, "\xe2\x80\x93") && !read_word(&text, "to "))
		return false;
	while (*text == ' ')
		text++;
	if (strlen(text) != 2 && strlen(text) != 4)
		return false;
	return read_digits(&text, (int)strlen(text), &last) &&
	       year_range(code, first, last, slash, out);
}

static bool parse_month(const char *code, struct period *out)
{
	const char *text = code;
	int year, month;

	if (read_digits(&text, 4, &year) && *text++ == '-' && read_digits(&text, 2, &month) &&
	    *text == '\0' && month >= 1 && month <= 12 &&
	    /* "2011-12" can be either; a financial year is the commoner by far */
	    month != (year + 1) % 100) {
		*out = month_period(code, year, month);
		return true;
	}
	text = code;
	if (read_month(&text, &month) && read_digits(&text, 4, &year) && *text == '\0') {
		*out = month_period(code, year, month);
		return true;
	}
	return false;
}

static bool parse_year_to_month(const char *code, struct period *out)
{
	const char *text = code;
	int year, month;

	if (!read_word(&text, "to ") || !read_month(&text, &month) ||
	    !read_digits(&text, 4, &year) || *text != '\0')
		return false;
	*out = (struct period){
		.code = code,
		.form = PERIOD_YEAR_TO_MONTH,
		.first = { month == 12 ? year : year - 1, month % 12 + 1, 1 },
		.last = { year, month, date_days_in_month(year, month) },
	};
	return true;
}

struct period period_parse(const char *code)
{
	struct period period = { .code = code, .form = PERIOD_TEXT };
	struct date day;

	if (date_parse(code, strlen(code), &day)) {
		period = (struct period){
			.code = code, .form = PERIOD_DAY, .first = day, .last = day
		};
		return period;
	}
	if (parse_month(code, &period) || parse_years(code, &period) ||
	    parse_year_to_month(code, &period))
		return period;
	return (struct period){ .code = code, .form = PERIOD_TEXT };
}

int period_compare(const struct period *a, const struct period *b)
{
	bool a_text = a->form == PERIOD_TEXT, b_text = b->form == PERIOD_TEXT;
	int order;

	if (a_text || b_text)
		return a_text != b_text ? a_text - b_text
					: (a->order > b->order) - (a->order < b->order);
	order = date_compare(a->last, b->last);
	return order != 0 ? order : date_compare(a->first, b->first);
}

bool period_follows(const struct period *a, const struct period *b)
{
	if (a->form == PERIOD_TEXT || b->form == PERIOD_TEXT || a->form != b->form)
		return false;
	if (a->form == PERIOD_DAY || a->form == PERIOD_YEAR_TO_MONTH) {
		/* A census once a year or a rolling year: one year later. */
		return b->last.year == a->last.year + 1 && b->last.month == a->last.month;
	}
	return date_serial(b->first) == date_serial(a->last) + 1;
}

bool period_is_yearly(const struct period *period)
{
	long days;

	if (period->form == PERIOD_TEXT)
		return false;
	days = date_serial(period->last) - date_serial(period->first) + 1;
	return period->form == PERIOD_DAY || days == 365 || days == 366;
}

int period_years_after(const struct period *a, const struct period *b)
{
	if (!period_is_yearly(a) || !period_is_yearly(b) ||
	    (a->form == PERIOD_DAY) != (b->form == PERIOD_DAY) ||
	    a->first.month != b->first.month || a->first.day != b->first.day ||
	    b->first.year < a->first.year)
		return -1;
	return b->first.year - a->first.year;
}
