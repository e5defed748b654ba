#include "spec/attributes.h"

#include <limits.h>
#include <string.h>

#include "base/number.h"
#include "spec/vocabulary.h"
#include "spec/xml.h"

struct word attribute_word(const struct xml_node *node, const char *name)
{
	const struct xml_attribute *attribute = xml_attribute(node, name);

	return attribute == NULL ? (struct word){ .at = node->at }
				 : (struct word){ .text = attribute->value, .at = attribute->at };
}

const char *attribute_text(const struct xml_node *node, const char *name, const char *fallback)
{
	const char *value = xml_attribute_value(node, name);

	return value == NULL ? fallback : value;
}

bool attribute_flag(const struct xml_node *node, const char *name, bool fallback)
{
	const char *value = xml_attribute_value(node, name);

	return value == NULL ? fallback : strcmp(value, "true") == 0;
}

unsigned attribute_whole(const struct xml_node *node, const char *name, unsigned fallback)
{
	const char *value = xml_attribute_value(node, name);

	if (value != NULL)
		number_parse_whole(value, UINT_MAX, &fallback);
	return fallback;
}

double attribute_decimal(const struct xml_node *node, const char *name, double fallback)
{
	const char *value = xml_attribute_value(node, name);

	if (value != NULL)
		number_parse(value, strlen(value), &fallback);
	return fallback;
}

double attribute_length(const struct xml_node *node, const char *name, double fallback_pt)
{
	const char *value = xml_attribute_value(node, name);

	if (value != NULL)
		length_parse(value, &fallback_pt);
	return fallback_pt;
}

struct date attribute_date(const struct xml_node *node, const char *name)
{
	const char *value = xml_attribute_value(node, name);
	struct date date = { 0 };

	if (value != NULL)
		date_parse(value, strlen(value), &date);
	return date;
}
