/* Text to values. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "unicode.h"

static Json *make(JsonKind kind) {
  Json *value = arena_alloc(sizeof *value);
  value->kind = kind;
  return value;
}

typedef struct {
  const char *at, *problem;
  int depth;
} Parser;

static Json *parse_value(Parser *parser);

static Json *fail(Parser *parser, const char *expected) {
  if (parser->problem == NULL) parser->problem = arena_format("expected %s at: %.40s", expected, parser->at);
  return NULL;
}

static void skip_space(Parser *parser) { parser->at += strspn(parser->at, " \t\r\n"); }

static bool hex4(const char *at, unsigned *unit) {
  *unit = 0;
  for (int i = 0; i < 4; i++) {
    const char *digits = "0123456789abcdef";
    const char *found = at[i] == '\0' ? NULL : strchr(digits, at[i] >= 'A' && at[i] <= 'F' ? at[i] + 32 : at[i]);
    if (found == NULL) return false;
    *unit = *unit << 4 | (unsigned)(found - digits);
  }
  return true;
}

static const char *parse_text(Parser *parser) {
  if (*parser->at != '"') return (const char *)fail(parser, "a string");
  const char *end = ++parser->at;
  while (*end != '"' && *end != '\0') end += *end == '\\' && end[1] != '\0' ? 2 : 1;
  char *text = arena_alloc((size_t)(end - parser->at) + 1);
  char *to = text;
  while (parser->at < end) {
    if (*parser->at != '\\') {
      *to++ = *parser->at++;
      continue;
    }
    const char letter = parser->at[1];
    parser->at += 2;
    if (letter == 'u') {
      unsigned unit = 0;
      unsigned low = 0;
      if (!hex4(parser->at, &unit)) return (const char *)fail(parser, "four hex digits");
      parser->at += 4;
      if (unit >= 0xd800 && unit < 0xdc00 && parser->at[0] == '\\' && parser->at[1] == 'u' &&
          hex4(parser->at + 2, &low)) {
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        parser->at += 6;
      }
      to = utf8_put(to, unit);
    } else {
      static const char from[] = "nrtbf";
      static const char into[] = "\n\r\t\b\f";
      const char *found = strchr(from, letter);
      *to++ = found == NULL ? letter : into[found - from];
    }
  }
  if (*end != '"') return (const char *)fail(parser, "a closing quote");
  parser->at = end + 1;
  return text;
}

static Json *parse_number(Parser *parser) {
  char *end = NULL;
  const double real = strtod(parser->at, &end);
  if (end == parser->at) return fail(parser, "a value");
  Json *number = real == floor(real) && fabs(real) < 9e15 ? json_make_integer((int64_t)real) : json_make_real(real);
  parser->at = end;
  return number;
}

static Json *parse_members(Parser *parser, bool object) {
  const char close = object ? '}' : ']';
  Json *whole = make(object ? JSON_OBJECT : JSON_ARRAY);
  Json **next = &whole->first;
  parser->at++;
  skip_space(parser);
  while (*parser->at != close) {
    const char *key = NULL;
    if (object) {
      key = parse_text(parser);
      if (key == NULL) return NULL;
      skip_space(parser);
      if (*parser->at++ != ':') return fail(parser, "a colon");
    }
    Json *value = parse_value(parser);
    if (value == NULL) return NULL;
    value->key = key;
    *next = value;
    next = &value->next;
    skip_space(parser);
    if (*parser->at == ',') {
      parser->at++;
      skip_space(parser);
    } else if (*parser->at != close) {
      return fail(parser, "a comma or the end");
    }
  }
  parser->at++;
  return whole;
}

static Json *parse_value(Parser *parser) {
  static const char *const words[] = {"null", "false", "true"};
  skip_space(parser);
  if (parser->depth++ > 200) return fail(parser, "less depth");
  Json *value = NULL;
  for (int i = 0; i < 3 && value == NULL; i++) {
    if (strncmp(parser->at, words[i], strlen(words[i])) != 0) continue;
    parser->at += strlen(words[i]);
    value = i == 0 ? make(JSON_NULL) : json_make_bool(i == 2);
  }
  if (value == NULL && *parser->at == '"') {
    const char *text = parse_text(parser);
    value = text == NULL ? NULL : json_make_string(text);
  } else if (value == NULL && (*parser->at == '{' || *parser->at == '[')) {
    value = parse_members(parser, *parser->at == '{');
  } else if (value == NULL) {
    value = parse_number(parser);
  }
  parser->depth--;
  return value;
}

Json *json_parse(const char *text, const char **problem) {
  Parser parser = {.at = text};
  Json *value = parse_value(&parser);
  skip_space(&parser);
  if (value != NULL && *parser.at != '\0') value = fail(&parser, "nothing more");
  *problem = parser.problem;
  return value;
}
