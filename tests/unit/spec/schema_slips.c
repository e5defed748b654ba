/*
 * One fault after the other in a report that has most of what a report can have: the schemas for editors and the
 * checker agree on each.
 */
#include <criterion/criterion.h>
#include <libxml/parser.h>
#include <stdio.h>

#include "spec/schema.h"
#include "spec/vocabulary.h"
#include "support/schemas.h"

static const char specimen[] =
	"<report xmlns='urn:gradient:report:1' version='1' xml:lang='en-GB' layout='l.xml'>"
	"<meta><title>T <em>e</em></title><subtitle/><publisher>P</publisher>"
	"<status is='draft'/><published on='2025-07-31'/>"
	"<period from='2024-04-01' to='2025-03-31'>p</period></meta>"
	"<parameters><parameter name='org' type='text' default='a'/></parameters>"
	"<data confidence='95' low-count='10'><source id='s' href='a.csv' header='true' "
	"skip-rows='0'><citation>c</citation><map column='a' as='period' multiply='-1.5'/>"
	"<set as='group' to='x'/><series><where column='a' is='b'/><label as='group' from='a' "
	"to='b'/><missing value='' means='zero'/></series></source><include href='d.xml'/></data>"
	"<indicators><use set='c' source='s'/><indicator id='A' method='count' per='100'>"
	"<name>n</name><unit>u</unit></indicator></indicators>"
	"<body indicator='A'><cover/><contents depth='2'/><section id='x' numbered='false'>"
	"<title>t</title><p>v <value of='value' decimals='1'/> <note>n</note> <abbr "
	"full='f'>f</abbr><when is='higher'>w</when></p><ul><li>i</li></ul>"
	"<callout kind='note'><p/><if gt='1.5'><p/></if></callout>"
	"<chart kind='bars' height='60mm' intervals='true'><title/><alt/><note/><source-line/></chart>"
	"<table><column of='value'/></table><text-table><title/><head><cell/></head><row><cell/></row>"
	"</text-table><choose><when is='similar'><p/></when><otherwise><p/></otherwise></choose>"
	"</section><page-break/></body><appendix orientation='landscape'><title/><p/></appendix>"
	"</report>";

struct trial {
	struct schemas schemas;
	xmlDocPtr document;
	unsigned count;
};

/* The document as it stands now, judged by all three. */
static void judge(struct trial *trial, const char *what, const xmlNode *node)
{
	xmlChar *text;
	char name[200];
	int length;

	snprintf(name, sizeof(name), "%s at <%s>", what, (const char *)node->name);
	xmlDocDumpMemory(trial->document, &text, &length);
	cr_expect(schemas_agree(&trial->schemas, &vocabulary_report, name, (const char *)text,
				(size_t)length),
		  "%s", name);
	xmlFree(text);
	trial->count++;
}

static void change_value(struct trial *trial, xmlNodePtr node, xmlAttrPtr attribute,
			 const char *value)
{
	xmlChar *before = xmlGetNsProp(node, attribute->name,
				       attribute->ns == NULL ? NULL : attribute->ns->href);
	char what[100];

	snprintf(what, sizeof(what), "%s=\"%s\"", (const char *)attribute->name, value);
	xmlSetNsProp(node, attribute->ns, attribute->name, (const xmlChar *)value);
	judge(trial, what, node);
	xmlSetNsProp(node, attribute->ns, attribute->name, before);
	xmlFree(before);
}

static unsigned attribute_count(const xmlNode *node)
{
	unsigned count = 0;

	for (const xmlAttr *attribute = node->properties; attribute != NULL;
	     attribute = attribute->next)
		count++;
	return count;
}

static void change_attributes(struct trial *trial, xmlNodePtr node)
{
	static const char *const values[] = { "",        "~",     "a b",       "1",
					      "0",       "-2.5",  "1e3",       "2025-02-30",
					      "12pt",    "true",  "higher",    "period",
					      "#005EB8", "x.y-z", "9999999999" };
	xmlChar *text;

	for (xmlAttrPtr attribute = node->properties; attribute != NULL;
	     attribute = attribute->next) {
		for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
			change_value(trial, node, attribute, values[i]);
	}
	/* Without each of them, which goes to the end of the list again; and with one more. */
	for (unsigned left = attribute_count(node); left > 0; left--) {
		xmlNsPtr namespace = node->properties->ns;
		xmlChar *name = xmlStrdup(node->properties->name);

		text = xmlGetNsProp(node, name, namespace == NULL ? NULL : namespace->href);
		xmlRemoveProp(node->properties);
		judge(trial, "without an attribute", node);
		xmlSetNsProp(node, namespace, name, text);
		xmlFree(text);
		xmlFree(name);
	}
	xmlSetProp(node, BAD_CAST "nonsense", BAD_CAST "x");
	judge(trial, "nonsense=\"x\"", node);
	xmlUnsetProp(node, BAD_CAST "nonsense");
}

static void change_element(struct trial *trial, xmlNodePtr node)
{
	static const char *const names[] = { "nonsense", "p", "title", "note", "when", "include" };
	xmlNodePtr parent = node->parent, next = node->next, copy, text;
	xmlChar *name = xmlStrdup(node->name);

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		xmlNodeSetName(node, BAD_CAST names[i]);
		judge(trial, "under another name", node);
	}
	xmlNodeSetName(node, name);
	xmlFree(name);
	/* A text beside a text would become one with it. */
	if (node->last == NULL || node->last->type != XML_TEXT_NODE) {
		text = xmlNewText(BAD_CAST "words");
		xmlAddChild(node, text);
		judge(trial, "with words", node);
		xmlUnlinkNode(text);
		xmlFreeNode(text);
	}
	if (parent->type != XML_ELEMENT_NODE)
		return;
	copy = xmlCopyNode(node, 1);
	xmlUnsetProp(copy, BAD_CAST "id");
	if (xmlHasProp(node, BAD_CAST "id") == NULL) {
		xmlAddNextSibling(node, copy);
		judge(trial, "twice", node);
		xmlUnlinkNode(copy);
		/* At the end of its parent: perhaps too late. */
		xmlAddChild(parent, copy);
		judge(trial, "once more at the end", node);
		xmlUnlinkNode(copy);
	}
	xmlFreeNode(copy);
	xmlUnlinkNode(node);
	judge(trial, "left out", parent);
	if (next != NULL)
		xmlAddPrevSibling(next, node);
	else
		xmlAddChild(parent, node);
}

static void change_all(struct trial *trial, xmlNodePtr node)
{
	change_attributes(trial, node);
	change_element(trial, node);
	for (xmlNodePtr child = node->children, next; child != NULL; child = next) {
		next = child->next;
		if (child->type == XML_ELEMENT_NODE)
			change_all(trial, child);
	}
}

Test(spec_schema_slips, agree_with_the_checker_on_every_slip_in_a_report)
{
	struct trial trial = { .schemas = schemas_of(&vocabulary_report) };

	trial.document = xmlReadMemory(specimen, sizeof(specimen) - 1, "t.xml", NULL, 0);
	judge(&trial, "as it is", xmlDocGetRootElement(trial.document));
	cr_assert(schemas_valid_rng(&trial.schemas, trial.document));
	change_all(&trial, xmlDocGetRootElement(trial.document));
	cr_expect_gt(trial.count, 1000, "%u", trial.count);
	xmlFreeDoc(trial.document);
	schemas_free(&trial.schemas);
}
