"""What the words of minutes mean, in any language: outcomes, dates, sentences, and what damage may have made of them."""
