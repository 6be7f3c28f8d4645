questions_topics = {"history": "What happened, and when."}
